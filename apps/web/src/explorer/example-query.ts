/** What a partner sees first: a page of manuals with what is translated, and one manual's facts. It runs as it stands. */
export const EXAMPLE_QUERY = `# Naru's library. Every field is described: see the documentation at the left.
# Ctrl-Enter runs the query.
query Library {
  manuals(locale: ko, first: 5) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id
      slug
      card(locale: ko) { title coverage evidence }
      version {
        number
        hash
        languages { locale coverage offered }
      }
    }
  }
  manual(slug: "cheonggyecheon-restoration") {
    edition(locale: ko, fallback: [en]) {
      locale
      amounts { value currency recurrence covers { text state } }
      results { value unit evidence indicator { text } }
    }
  }
}
`;
