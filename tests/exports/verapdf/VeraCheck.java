import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints one line a file, then one line for each PDF/UA-1 rule that failed; exit status 1 if any file failed. */
public class VeraCheck {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString("ua1");
        boolean passed = true;
        for (String file : files) {
            try (FileInputStream stream = new FileInputStream(file);
                 PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + result.getTotalAssertions() + " " + file);
                TreeMap<String, String> failures = new TreeMap<>();
                for (TestAssertion test : result.getTestAssertions()) {
                    String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
                    failures.putIfAbsent(rule, test.getMessage() + " | " + test.getLocation().getContext());
                }
                failures.forEach((rule, message) -> System.out.println("  " + rule + " " + message));
                passed &= result.isCompliant();
            }
        }
        System.exit(passed ? 0 : 1);
    }
}
