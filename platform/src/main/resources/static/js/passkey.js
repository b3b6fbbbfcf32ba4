// Passkeys (WebAuthn Level 3): asks our own server for a challenge, the browser for an answer, and
// sends the answer as an ordinary form. Every sentence stands in the page; here none.
'use strict';

const bytes = text =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0));

const text = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

function readable(options) {
  const keys = list => (list ?? []).map(key => ({...key, id: bytes(key.id)}));
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user && {user: {...options.user, id: bytes(options.user.id)}}),
    ...(options.excludeCredentials && {excludeCredentials: keys(options.excludeCredentials)}),
    ...(options.allowCredentials && {allowCredentials: keys(options.allowCredentials)}),
  };
}

function written(credential) {
  const response = {};
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

for (const part of document.querySelectorAll('[data-passkey]')) {
  const form = part.querySelector('form');
  const say = what => part.querySelectorAll('[data-when]')
    .forEach(sentence => { sentence.hidden = sentence.dataset.when !== what; });

  if (!window.PublicKeyCredential) {
    say('unsupported');
  } else if (location.hostname !== part.dataset.host) {
    say('elsewhere');
  } else {
    form.hidden = false;
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('button');
    let sent = false;
    button.disabled = true;
    say('');
    try {
      const asked = await fetch(form.dataset.challenges, {method: 'POST', body: new URLSearchParams(new FormData(form))});
      if (asked.status === 429) return say('busy');
      // The session is over: the page itself leads to the door.
      if (asked.redirected) return location.reload();
      if (!asked.ok) return say('failed');
      const publicKey = readable(await asked.json());
      const credential = part.dataset.passkey === 'create'
        ? await navigator.credentials.create({publicKey})
        : await navigator.credentials.get({publicKey});
      form.elements.credential.value = written(credential);
      sent = true;
      form.submit();
    } catch (error) {
      say({NotAllowedError: 'cancelled', AbortError: 'cancelled', InvalidStateError: 'known'}[error.name] ?? 'failed');
    } finally {
      button.disabled = sent;
    }
  });
}
