// Draws the way of a case; the same stands below as a list, for whoever has no JavaScript.
(() => {
  const place = document.getElementById("route");
  const part = document.getElementById("drawing-part");
  if (!place || !window.BpmnJS) return;
  part.hidden = false;
  const viewer = new window.BpmnJS({ container: place });
  fetch(place.dataset.drawing, { credentials: "same-origin" })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
    .then((xml) => viewer.importXML(xml))
    .then(() => {
      const canvas = viewer.get("canvas");
      canvas.zoom("fit-viewport", "auto");
      const mark = (ids, name) =>
        ids.split(" ").filter(Boolean).forEach((id) => canvas.addMarker(id, name));
      mark(place.dataset.done, "is-done");
      mark(place.dataset.now, "is-now");
      place.dataset.drawn = "true";
    })
    .catch(() => { part.hidden = true; });
})();
