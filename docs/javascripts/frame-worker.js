// Search in pages that are opened from a folder, where a browser starts no worker: the worker's script runs in an
// unseen frame instead. The theme would load such a script from elsewhere; this one comes with the site.
if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super();
      this.onmessage = this.onerror = null;
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      const inner = frame.contentDocument;
      inner.open();
      inner.write(`<!doctype html><body><script>
        var postMessage = (said) => parent.postMessage(said, "*");
        var importScripts = (...addresses) => addresses.reduce((before, address) => before.then(() => new Promise((done) => {
          const script = document.createElement("script");
          script.src = address;
          script.onload = script.onerror = done;
          document.body.append(script);
        })), Promise.resolve());
      <\/script><script src="${new URL(url, location)}"><\/script>`);
      inner.close();
      this.frame = frame;
      addEventListener("message", (event) => {
        if (event.source !== frame.contentWindow) return;
        const told = new MessageEvent("message", { data: event.data });
        this.dispatchEvent(told);
        this.onmessage?.(told);
      });
    }

    postMessage(said) {
      // The frame's own function of this name speaks to the page, as a worker's does.
      const send = () => window.postMessage.call(this.frame.contentWindow, said, "*");
      if (this.frame.contentDocument.readyState === "complete") send();
      else this.frame.addEventListener("load", send, { once: true });
    }

    terminate() {
      this.frame.remove();
    }
  };
  window.Worker = window.IFrameWorker;
}
