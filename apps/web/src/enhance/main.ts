import { closingMenus } from './closing-menus.ts';
import { copyButtons } from './copy-buttons.ts';
import { deviceButtons } from './device-buttons.ts';
import { followToc } from './follow-toc.ts';
import { tidyForms } from './tidy-forms.ts';

// Every page works without this file; each line makes one thing on it handier.
closingMenus(document);
followToc(document);
copyButtons(document);
deviceButtons(document);
tidyForms(document);
