/** Leaves empty fields out of the address that a form (`data-tidy`) makes, so that it can be read and shared. */
export function tidyForms(root: Document): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-tidy]')) {
    form.addEventListener('formdata', (event) => {
      const empty = [...event.formData.entries()].filter(([, value]) => value === '').map(([name]) => name);
      for (const name of empty) event.formData.delete(name);
    });
  }
}
