"""Strings that have broken document makers: markup, entities, paths, control characters, odd lengths, other scripts."""
MARKUP = (
    '<img src="/path/x.png">', '<img src="x.png"/>', '<img src="/etc/passwd">', '<img src="file:///etc/hosts"/>',
    '<img src="http://127.0.0.1:9/x.png" width="99999">', '<img src="data:image/png;base64,AAAA">',
    '<font color="[[[getattr(pow, Word(\'__globals__\'))]]]">x</font>', "<para>__import__('os')</para>",
    '<a href="javascript:alert(1)">x</a>', '<link href="file:///x">y</link>', "<b>x", "</para>", "<b></i>",
    "weight <5kg, a<b and c>d", "<onDraw name='x' label='y'/>", "<index item='x'/>", "<font name=Nope>x</font>",
    "<script>alert(1)</script>", "<![CDATA[ hidden ]]>", "&a; &amp; &#65; &", "<para fontSize=30>x</para>",
    "<font size=100000>x</font>", "<seq/>", "<br/>two<br>", "<?xml version='1.0'?>", "<!-- hidden -->", "{{ 7*7 }}",
    "{% raw %}", "%s %(name)s {0}", "\\n \\u0041 \\x41", "(unbalanced ) paren \\( [ ] TJ ET Q", "$(touch x) `id`",
    "'; DROP TABLE children; --", "=cmd|' /C calc'!A0", "../../etc/passwd", "<< /Type /Page >> stream endstream",
    "a & b < c > d \" e ' f", "~*_#[x](javascript:1)`~", "]]>", "<0041> Tj", "/MCID 0 BDC EMC",
)
SCRIPTS = (
    "Zofia Żółkowska", "Łukasz Śliwiński", "Ștefan Ținca", "Nguyễn Thị Ánh", "Ọlọ́runfẹ́mi", "Ελένη Παπαδοπούλου",
    "Олександра Щербак", "Gülşen Çağlayan İnönü", "Siân Ŵyn", "Þórður Æsa Ørsted", "Tiếng Việt ẫ ự",
)
OTHER_SCRIPTS = (
    "محمد", "شہباز", "פרידמן", "আনোয়ারা", "प्रियंका", "குமார்", "ਗੁਰਪ੍ਰੀਤ", "ગીતાબેન", "张伟", "王小明", "ዮሐንስ",
    "สมชาย", "김민준", "გიორგი", "Արմեն",
)
