package org.dargah.catalog.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.dargah.catalog.Service;
import org.dargah.catalog.Text;
import org.dargah.kernel.PersianText;

/**
 * Finds services by people's own words: any spelling of a letter, words that mean the same, one or
 * two wrong letters, the beginning of a word. It lives in memory and is made anew from the
 * catalogue.
 */
public final class SearchIndex {

    private static final String TITLE = "title";
    private static final String WORDS = "words";
    private static final String TEXT = "text";
    private static final Map<String, Float> FIELDS = Map.of(TITLE, 4f, WORDS, 3f, TEXT, 1f);

    /** What people say around the thing they want; it tells nothing about which service. */
    private static final Set<String> SAID_ANYWAY =
            Set.of(
                    """
                    میخوام میخواهم خواهم خوام میخواستم بگیرم گرفتن بزنم کنم کنید چطور چطوری چگونه
                    کجا لطفا سلام دارم باید درخواست خدمت خدمات برای
                    how want get need my please and or the an of to in for is on with
                    """
                            .split("\\s+"));

    private static final int LONGEST_QUERY = 120;
    private static final int MOST_TERMS = 8;
    private static final int MOST_RESULTS = 30;

    private final Analyzer analyzer = new PersianAnalyzer();
    private final List<Service> services;
    private final Map<String, Set<List<String>>> synonyms;
    private final IndexSearcher searcher;

    public SearchIndex(List<Service> services) {
        this.services = List.copyOf(services);
        this.synonyms = synonyms(services);
        try {
            Directory directory = new ByteBuffersDirectory();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (int i = 0; i < services.size(); i++) {
                    writer.addDocument(document(i, services.get(i)));
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(int id, Service service) {
        var document = new Document();
        document.add(new StoredField("id", id));
        add(document, TITLE, service.title());
        service.outputs().forEach(output -> add(document, WORDS, output.title()));
        service.search().words().forEach(words -> add(document, WORDS, words));
        add(document, TEXT, service.summary());
        add(document, TEXT, service.gives());
        return document;
    }

    private static void add(Document document, String field, Text text) {
        add(document, field, text.fa());
        add(document, field, text.en());
    }

    /** «کسب‌وکار» is found as one word and as two. */
    private static void add(Document document, String field, String text) {
        document.add(new TextField(field, PersianText.fold(text), Field.Store.NO));
        if (text.indexOf('\u200C') >= 0) {
            String apart = PersianText.fold(text.replace('\u200C', ' '));
            document.add(new TextField(field, apart, Field.Store.NO));
        }
    }

    private Map<String, Set<List<String>>> synonyms(List<Service> all) {
        Map<String, Set<List<String>>> found = new HashMap<>();
        for (Service service : all) {
            for (List<String> group : service.search().synonyms()) {
                List<List<String>> forms = group.stream().map(this::terms).toList();
                for (List<String> form : forms) {
                    if (form.size() == 1) {
                        found.computeIfAbsent(form.getFirst(), term -> new LinkedHashSet<>())
                                .addAll(forms);
                    }
                }
            }
        }
        return found;
    }

    /** The best first; none when nothing fits. */
    public List<Service> search(String typed) {
        String text = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
        List<String> terms = meaningful(terms(text));
        if (terms.isEmpty()) {
            return List.of();
        }
        try {
            var found = new ArrayList<Service>();
            for (ScoreDoc hit : searcher.search(query(terms), MOST_RESULTS).scoreDocs) {
                int id =
                        searcher.storedFields()
                                .document(hit.doc)
                                .getField("id")
                                .numericValue()
                                .intValue();
                found.add(services.get(id));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> terms(String text) {
        var terms = new ArrayList<String>();
        try (TokenStream stream = analyzer.tokenStream(TEXT, PersianText.fold(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && terms.size() < MOST_TERMS) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private static List<String> meaningful(List<String> terms) {
        List<String> left = terms.stream().filter(term -> !SAID_ANYWAY.contains(term)).toList();
        return left.isEmpty() ? terms : left;
    }

    /** Half of the words must be there, and all of them beside each other count most. */
    private Query query(List<String> terms) {
        var query = new BooleanQuery.Builder();
        terms.forEach(term -> query.add(word(term), Occur.SHOULD));
        query.setMinimumNumberShouldMatch((terms.size() + 1) / 2);
        if (terms.size() == 1) {
            return query.build();
        }
        var together = new BooleanQuery.Builder();
        together.add(query.build(), Occur.MUST);
        for (String field : List.of(TITLE, WORDS)) {
            together.add(
                    new BoostQuery(phrase(field, terms), 4 * FIELDS.getOrDefault(field, 1f)),
                    Occur.SHOULD);
        }
        return together.build();
    }

    private Query word(String term) {
        var ways = new ArrayList<Query>();
        FIELDS.forEach(
                (field, weight) -> {
                    ways.add(new BoostQuery(new TermQuery(new Term(field, term)), weight));
                    for (List<String> same : synonyms.getOrDefault(term, Set.of())) {
                        ways.add(new BoostQuery(phrase(field, same), weight * 0.8f));
                    }
                    if (term.length() >= 3) {
                        ways.add(
                                new BoostQuery(
                                        new PrefixQuery(new Term(field, term)), weight * 0.3f));
                    }
                    if (term.length() >= 4) {
                        int edits = term.length() >= 8 ? 2 : 1;
                        ways.add(
                                new BoostQuery(
                                        new FuzzyQuery(new Term(field, term), edits, 1),
                                        weight * 0.4f));
                    }
                });
        return new DisjunctionMaxQuery(ways, 0.1f);
    }

    private static Query phrase(String field, List<String> terms) {
        return terms.size() == 1
                ? new TermQuery(new Term(field, terms.getFirst()))
                : new PhraseQuery(2, field, terms.toArray(String[]::new));
    }
}
