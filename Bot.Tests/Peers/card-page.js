// Draws cards with the official renderer, inside a page, and tells what came of it.
const markdown = markdownit();
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

// The renderer keeps this pattern with the flag "g", so that it remembers where it stopped and finds fault with the language of every second card.
AdaptiveCards.CardElement.langProperty.regEx = /^[a-z]{2,3}$/i;

const phases = Object.keys(AdaptiveCards.ValidationPhase);

/** One card into the place; inner cards unfolded. Returns what the renderer had to say about it. */
function drawInto(place, payload, hostConfig) {
  const card = new AdaptiveCards.AdaptiveCard();
  if (hostConfig) {
    card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  }

  const said = [];
  const context = new AdaptiveCards.SerializationContext();
  card.parse(payload, context);
  for (let i = 0; i < context.eventCount; i++) {
    const event = context.getEventAt(i);
    said.push(`${phases[event.phase]}: ${event.message}`);
  }

  said.push(...card.validateProperties().validationEvents.map((event) => event.message));
  const drawn = card.render();
  if (drawn) {
    place.replaceChildren(drawn);
    place.querySelectorAll('[aria-expanded="false"]').forEach((button) => button.click());
  } else {
    said.push('Nothing was drawn.');
  }

  return said;
}

/** Draws one card and describes what stands in the page. */
window.draw = (payload, hostConfig) => {
  const place = document.getElementById('card');
  const said = drawInto(place, payload, hostConfig);
  return {
    said,
    text: place.textContent,
    values: [...place.querySelectorAll('input, textarea')].map((field) => field.value),
    tags: [...place.querySelectorAll('*')].map((element) => element.tagName.toLowerCase()),
    wide: place.scrollWidth - place.clientWidth,
    cut: [...place.querySelectorAll('.ac-textBlock, .ac-pushButton, .ac-pushButton *')]
      .filter((part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1)
      .map((part) => part.textContent),
  };
};

/** Draws several cards below each other, each with its name above. */
window.drawSheet = (cards, hostConfig, width) => {
  const sheet = document.getElementById('card');
  sheet.className = 'sheet';
  sheet.replaceChildren(...cards.map(({ name, payload }) => {
    const frame = document.createElement('figure');
    frame.style.width = `${width}px`;
    const caption = document.createElement('figcaption');
    caption.textContent = name;
    const place = document.createElement('div');
    place.className = 'place';
    frame.append(caption, place);
    drawInto(place, payload, hostConfig);
    return frame;
  }));
};

/** Everything in a card that can be pressed or filled in, in the order in which it stands; the buttons of one choice are one stop. The card itself is none of it: that is the renderer's own frame. */
function stopsOf(frame) {
  const seen = new Set();
  return [...frame.querySelectorAll('button, input, select, textarea, [tabindex="0"]')]
    .filter((element) => !element.classList.contains('ac-adaptiveCard'))
    .filter((element) => element.tabIndex >= 0 && !element.disabled && element.getClientRects().length > 0)
    .filter((element) => element.type !== 'radio' || !(seen.has(element.name) || !seen.add(element.name)));
}

const nameOfStop = (element) => element.dataset.stop
  ?? (element.type === 'radio' ? document.querySelector(`input[name="${CSS.escape(element.name)}"][data-stop]`)?.dataset.stop : undefined);

/** Numbers the stops of each drawn card, begins to write down where the keyboard goes, and puts it right before the first card. Returns how many stops each card has, in the order of the cards. */
window.beginTabbing = () => {
  const frames = [...document.querySelectorAll('#card figure')];
  const counts = frames.map((frame, card) => {
    const found = stopsOf(frame);
    found.forEach((element, place) => { element.dataset.stop = `${card}.${place}`; });
    return found.length;
  });
  document.querySelectorAll('#start, #end').forEach((old) => old.remove());
  if (!window.trail) {
    document.addEventListener('focusin', ({ target }) => {
      if (window.trail.at(-1) !== 'end') {
        window.trail.push(nameOfStop(target) ?? (target.id || target.className));
      }
    });
  }

  const [start, end] = ['start', 'end'].map((id) => Object.assign(document.createElement('button'), { id, textContent: id }));
  document.body.prepend(start);
  document.body.append(end);
  start.focus();
  window.trail = [];
  return counts;
};
