// Uses the page as a quick hand would, and tells Python what it measured. The same for every program: each has the
// elements #add, #stream, #report and so on, whatever they are made of.
(async () => {
  const PART = "button, wa-button";
  const find = (id) => { const found = document.getElementById(id); return found?.matches(PART) ? found : found?.querySelector(PART); };
  const FIELD = "textarea, input, wa-textarea, wa-input";
  const field = (id) => document.querySelector(`textarea#${id}`) ?? document.getElementById(id)?.querySelector(FIELD);
  const text = (id) => (document.getElementById(id)?.textContent ?? "").trim();
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const tick = () => { const { port1, port2 } = new MessageChannel(); return new Promise((go) => { port1.onmessage = go; port2.postMessage(0); }); };
  const until = async (look) => { while (!look()) await tick(); };
  const enter = (id, value) => { const to = field(id); to.value = value; to.dispatchEvent(new Event("input", { bubbles: true })); };
  const report = (name, value) => { enter("told", JSON.stringify({ name, value })); find("report").click(); };

  // Usable: the answer to a click is on the page, and the next click reaches Python. A click on a page that is drawn
  // but not yet alive is lost, so the hand clicks again, and soon: a pause would count as time of the page's.
  let clicked = -Infinity;
  for (; !text("count").includes("Things: "); await pause(2)) {
    if (!find("add") || performance.now() - clicked < 10) continue;
    clicked = performance.now();
    find("add").click();
  }
  report("usable", performance.now());
  if (JOBS.length === 0) return;

  const JOB = {
    async round_trip() {
      const times = [];
      for (let number = 0; number < 330; number += 1) {
        await pause(25);
        const before = text("count");
        const begin = performance.now();
        find("add").click();
        await new Promise((seen) => {
          const observer = new MutationObserver(() => { if (text("count") !== before) { observer.disconnect(); seen(); } });
          observer.observe(document.getElementById("count"), { childList: true, characterData: true, subtree: true });
        });
        times.push(performance.now() - begin);
      }
      return times.slice(30);
    },
    async events() {
      for (let number = 0; number < 1000; number += 1) {
        const before = text("count");
        find("add").click();
        await until(() => text("count") !== before);
      }
      return null;
    },
    async stream() {
      const times = [];
      for (let number = 0; number < 5; number += 1) {
        find("clear").click();
        await until(() => text("streamed") === "cleared");
        await pause(100);
        const begin = performance.now();
        find("stream").click();
        await until(() => text("streamed") === "1000");
        times.push(performance.now() - begin);
      }
      return times;
    },
    async text_1() { return there_and_back("text_1", 1e6); },
    async text_10() { return there_and_back("text_10", 1e7); },
    async unchanged() {
      find("text_10").click();
      await until(() => field("text").value.length === 1e7);
      await pause(1500);
      const times = { with: [], without: [] };
      for (let number = 0; number < 60; number += 1) {
        for (const name of ["with", "without"]) {
          await pause(25);
          const before = text("count");
          const begin = performance.now();
          find(name).click();
          await until(() => text("count") !== before);
          times[name].push(performance.now() - begin);
        }
      }
      return [times.with.slice(10), times.without.slice(10)];
    },
  };
  const there_and_back = async (name, size) => {
    const times = [];
    for (let number = 0; number < (size > 1e6 ? 3 : 6); number += 1) {
      enter("text", "");
      find("take").click();
      await until(() => text("taken") === "0 characters");
      await pause(200);
      const begin = performance.now();
      find(name).click();
      await until(() => field("text").value.length === size);
      enter("text", field("text").value + "!");
      find("take").click();
      await until(() => text("taken") === `${size + 1} characters`);
      times.push(performance.now() - begin);
    }
    return times.slice(1);
  };
  for (const name of JOBS) {
    report(name, await JOB[name]());
    await pause(200); // NiceGUI passes a text on a little later, and only the last
  }
  report("done", null);
})();
