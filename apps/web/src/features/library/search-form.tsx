import { localPath, useSite } from '../../ui/site.tsx';

/** What the search form says. */
export interface SearchFormWords {
  label: string;
  hint: string;
  submit: string;
}

/** The one search box: leads to the list of manuals, works without script. */
export function SearchForm({ words }: { words: SearchFormWords }) {
  const { locale } = useSite();
  return (
    <form className="search" role="search" method="get" action={localPath(locale, '/manuals')}>
      <label htmlFor="q">{words.label}</label>
      <div className="search-row">
        <input id="q" type="search" name="q" aria-describedby="q-hint" autoComplete="off" />
        <button className="button" type="submit">
          {words.submit}
        </button>
      </div>
      <p className="small muted" id="q-hint">
        {words.hint}
      </p>
    </form>
  );
}
