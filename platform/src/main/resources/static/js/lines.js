// Numbers beside the lines of a text field; without this script the field works as it is.
for (const area of document.querySelectorAll('textarea[data-lines]')) {
  const numbers = document.createElement('pre');
  numbers.className = 'lines lines--numbers';
  numbers.setAttribute('aria-hidden', 'true');
  const frame = document.createElement('div');
  frame.className = 'lined';
  frame.dir = 'ltr';
  area.replaceWith(frame);
  frame.append(numbers, area);
  const draw = () => {
    const count = area.value.split('\n').length;
    numbers.textContent = Array.from({ length: count }, (_, i) => i + 1).join('\n');
    numbers.scrollTop = area.scrollTop;
  };
  area.addEventListener('input', draw);
  area.addEventListener('scroll', () => { numbers.scrollTop = area.scrollTop; });
  draw();
  const wanted = Number(area.dataset.line || 0);
  if (wanted > 0) {
    const lines = area.value.split('\n');
    const start = lines.slice(0, wanted - 1).reduce((sum, line) => sum + line.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[wanted - 1] || '').length);
    area.scrollTop = Math.max(0, (wanted - 6) * (area.scrollHeight / lines.length));
  }
}
