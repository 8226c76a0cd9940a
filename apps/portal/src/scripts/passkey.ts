// Fills in the forms that a passkey answers: asks for a challenge, lets the device sign it, sends the form.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

function prepare(form: HTMLFormElement): void {
  const { passkey: purpose = '', begin = '' } = form.dataset;
  const field = form.querySelector<HTMLInputElement>('input[data-signed]');
  const fault = form.querySelector<HTMLElement>('[role=alert]');
  if (!field || !fault) return;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    fault.hidden = true;
    answer(purpose, begin)
      .then((signed) => {
        if (signed === undefined) return;
        field.value = JSON.stringify(signed);
        form.submit();
      })
      .catch(() => {
        fault.hidden = false;
      });
  });
}

/** Undefined when another page must come first; the browser is on its way there. */
async function answer(purpose: string, begin: string): Promise<unknown> {
  const response = await fetch(begin, { method: 'POST', body: new URLSearchParams({ purpose }) });
  if (response.redirected) {
    location.assign(response.url);
    return undefined;
  }
  if (!response.ok) throw new Error(`${response.status}`);
  const optionsJSON = await response.json();
  return purpose.endsWith('add') ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
}

if (browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) prepare(form);
}
