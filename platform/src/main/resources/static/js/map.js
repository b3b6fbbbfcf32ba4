// Lets a place be picked on the map below its two fields; without this script they are typed.
(() => {
  const WORLD = 65536, SVG = "http://www.w3.org/2000/svg";
  const latin = (text) => text.replace(/[۰-۹٠-٩]/g, (d) => d.charCodeAt(0) & 15).replace("٫", ".").trim();
  const persian = document.documentElement.lang.startsWith("fa");
  const shown = (text) => persian ? String(text).replace(/\d/g, (d) => "۰۱۲۳۴۵۶۷۸۹"[d]).replace(".", "٫") : String(text);
  const toX = (lon) => (lon + 180) / 360 * WORLD;
  const toY = (lat) => (1 - Math.asinh(Math.tan(lat * Math.PI / 180)) / Math.PI) / 2 * WORLD;
  const toLon = (x) => x / WORLD * 360 - 180;
  const toLat = (y) => Math.atan(Math.sinh(Math.PI * (1 - 2 * y / WORLD))) * 180 / Math.PI;
  const make = (name, attributes) => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };

  function begin(figure) {
    const lat = document.getElementById(figure.dataset.map);
    const lon = document.getElementById(figure.dataset.map + "-lon");
    const svg = figure.querySelector("svg");
    const caption = figure.querySelector("figcaption");
    const towns = [...figure.querySelectorAll("[data-town]")].map((node) => ({
      node, name: node.dataset.town, lat: Number(node.dataset.lat), lon: Number(node.dataset.lon) }));
    const tiles = make("g", {});
    const pin = figure.querySelector(".map__pin") || svg.appendChild(make("circle", { class: "map__pin" }));
    svg.prepend(tiles);
    caption.setAttribute("aria-live", "polite");
    let view = svg.getAttribute("viewBox").split(" ").map(Number);
    view = { x: view[0] + view[2] / 2, y: view[1] + view[3] / 2, w: Math.max(view[2], view[3] * svg.clientWidth / svg.clientHeight) };

    const scale = () => svg.clientWidth / view.w;
    const point = () => {
      const at = [lat, lon].map((field) => latin(field.value)).map((text) => text === "" ? NaN : Number(text));
      return Number.isFinite(at[0]) && Number.isFinite(at[1]) ? { lat: at[0], lon: at[1] } : null;
    };

    function draw() {
      const h = view.w * svg.clientHeight / svg.clientWidth, s = scale();
      svg.setAttribute("viewBox", `${view.x - view.w / 2} ${view.y - h / 2} ${view.w} ${h}`);
      for (const { node } of towns) {
        node.firstElementChild.setAttribute("r", 3 / s);
        node.lastElementChild.style.fontSize = `${13 / s}px`;
      }
      const at = point();
      pin.setAttribute("visibility", at ? "visible" : "hidden");
      pin.style.strokeWidth = `${3 / s}px`;
      if (at) for (const [key, value] of [["cx", toX(at.lon)], ["cy", toY(at.lat)], ["r", 8 / s]]) pin.setAttribute(key, value);
      if (figure.dataset.tiles) layTiles(h, s);
    }

    function layTiles(h, s) {
      const z = Math.max(0, Math.min(18, Math.round(8 + Math.log2(s)))), size = WORLD / 2 ** z;
      const nodes = [];
      for (let x = Math.floor((view.x - view.w / 2) / size); x * size < view.x + view.w / 2; x++)
        for (let y = Math.floor((view.y - h / 2) / size); y * size < view.y + h / 2; y++)
          nodes.push(make("image", { x: x * size, y: y * size, width: size, height: size,
            href: figure.dataset.tiles.replace("{z}", z).replace("{x}", x).replace("{y}", y) }));
      tiles.replaceChildren(...nodes);
    }

    function tell() {
      const at = point();
      if (!at) return;
      const far = (town) => Math.hypot(at.lat - town.lat, (at.lon - town.lon) * Math.cos(at.lat * Math.PI / 180)) * 111.2;
      const nearest = towns.reduce((best, town) => far(town) < far(best) ? town : best);
      caption.textContent = figure.dataset.near.replace("{town}", nearest.name).replace("{km}", shown(Math.round(far(nearest))));
    }

    function set(x, y) {
      lat.value = toLat(y).toFixed(5);
      lon.value = toLon(x).toFixed(5);
      draw();
      tell();
    }

    function zoom(by) {
      const at = point();
      if (at) Object.assign(view, { x: toX(at.lon), y: toY(at.lat) });
      view.w = Math.max(.15, Math.min(2000, view.w / by));
      draw();
    }

    const place = (event) => {
      const box = svg.getBoundingClientRect();
      return { x: view.x + (event.clientX - box.left - box.width / 2) / scale(),
        y: view.y + (event.clientY - box.top - box.height / 2) / scale() };
    };
    let held = null, dragged = false;
    svg.addEventListener("pointerdown", (event) => {
      dragged = false;
      if (event.pointerType === "touch") return;
      const at = point(), from = place(event);
      const onPin = at && Math.hypot(from.x - toX(at.lon), from.y - toY(at.lat)) * scale() < 16;
      held = { x: event.clientX, y: event.clientY, view: { ...view }, onPin, moved: false };
      svg.setPointerCapture(event.pointerId);
    });
    svg.addEventListener("pointermove", (event) => {
      if (!held) return;
      held.moved ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > 5;
      if (!held.moved) return;
      if (held.onPin) { const to = place(event); set(to.x, to.y); return; }
      view.x = held.view.x - (event.clientX - held.x) / scale();
      view.y = held.view.y - (event.clientY - held.y) / scale();
      draw();
    });
    svg.addEventListener("pointerup", () => { dragged = held !== null && held.moved; held = null; });
    svg.addEventListener("click", (event) => {
      if (!dragged) { const to = place(event); set(to.x, to.y); }
      dragged = false;
    });
    svg.addEventListener("pointercancel", () => { held = null; });

    svg.setAttribute("tabindex", "0");
    svg.setAttribute("role", "application");
    svg.setAttribute("aria-label", figure.dataset.help);
    svg.addEventListener("keydown", (event) => {
      const step = (event.shiftKey ? 60 : 10) / scale();
      const ways = { ArrowUp: [0, -step], ArrowDown: [0, step], ArrowLeft: [-step, 0], ArrowRight: [step, 0] };
      if (ways[event.key]) {
        const at = point();
        const x = at ? toX(at.lon) : view.x, y = at ? toY(at.lat) : view.y;
        set(x + (at ? ways[event.key][0] : 0), y + (at ? ways[event.key][1] : 0));
      } else if (event.key === "+" || event.key === "=") zoom(2);
      else if (event.key === "-") zoom(.5);
      else return;
      event.preventDefault();
    });

    const bar = document.createElement("p");
    bar.className = "map__bar";
    const button = (text, act) => {
      const node = document.createElement("button");
      node.type = "button";
      node.className = "btn btn--2 btn--small";
      node.textContent = text;
      node.addEventListener("click", act);
      bar.append(node);
      return node;
    };
    if (window.isSecureContext && navigator.geolocation) {
      button(figure.dataset.here, () => navigator.geolocation.getCurrentPosition(
        ({ coords }) => { set(toX(coords.longitude), toY(coords.latitude)); view.w = 4; zoom(1); },
        () => { caption.textContent = figure.dataset.failed; },
        { enableHighAccuracy: true, timeout: 15000 }));
    }
    button(figure.dataset.in, () => zoom(2));
    button(figure.dataset.out, () => zoom(.5));
    figure.prepend(bar);
    const help = document.createElement("p");
    help.className = "hint";
    help.textContent = figure.dataset.help;
    figure.insertBefore(help, bar);
    for (const field of [lat, lon]) field.addEventListener("input", () => { draw(); tell(); });
    new ResizeObserver(draw).observe(svg);
    if (!point()) caption.textContent = "";
    draw();
    figure.dataset.ready = "true";
  }

  document.querySelectorAll("[data-map]").forEach(begin);
})();
