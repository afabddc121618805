// For tests: <html data-test-waits> while something that this page has sent is not answered, the answer is not finished,
// or what was answered is not kept yet (store.js says when). Reads only what comes and goes on the page's own line.
(() => {
  const RERUN = 0x5a, NEW_SESSION = 4, FINISHED = 6;            // BackMsg.rerun_script; ForwardMsg.new_session, .script_finished
  const WHOLE = 0, FOR_RERUN = 2;                               // ScriptFinishedStatus
  const KEPT_WITHIN = 2000;                                     // a run that draws no page to its end keeps nothing
  const is = { asked: false, running: false, unkept: false, later: 0 };
  const show = () => document.documentElement?.toggleAttribute('data-test-waits', is.asked || is.running || is.unkept);

  // A message is a row of fields: the number and kind of each stand in its first bytes, and its length after them.
  function fields(bytes) {
    const found = new Map();
    let at = 0;
    const number = () => {
      let value = 0, by = 1, byte;
      do { byte = bytes[at++]; value += (byte & 127) * by; by *= 128; } while (byte & 128);
      return value;
    };
    while (at < bytes.length) {
      const tag = number(), kind = tag & 7, value = number();
      found.set(tag >> 3, kind === 0 ? value : -1);
      if (kind === 2) at += value;
    }
    return found;
  }

  function heard(message) {
    const said = fields(new Uint8Array(message));
    if (said.has(NEW_SESSION)) Object.assign(is, { asked: false, running: true, drawn: false });
    if (said.has(FINISHED)) {
      const how = said.get(FINISHED);
      Object.assign(is, { running: false, asked: is.asked || how === FOR_RERUN });
      is.unkept = how === WHOLE && !is.drawn && Boolean(window.windscreenStore);
      clearTimeout(is.later);
      if (is.unkept) is.later = setTimeout(() => { is.unkept = false; show(); }, KEPT_WITHIN);
    }
    show();
  }

  window.addEventListener('windscreen-drawn', () => { Object.assign(is, { drawn: true, unkept: false }); show(); });
  window.WebSocket = class extends WebSocket {
    constructor(...how) {
      super(...how);
      this.addEventListener('message', ({ data }) => { if (data instanceof ArrayBuffer) heard(data); });
      this.addEventListener('close', () => { Object.assign(is, { asked: false, running: false, unkept: false }); show(); });
    }

    send(data) {
      if (new Uint8Array(data.buffer ?? data)[data.byteOffset ?? 0] === RERUN) { is.asked = true; show(); }
      super.send(data);
    }
  };
})();
