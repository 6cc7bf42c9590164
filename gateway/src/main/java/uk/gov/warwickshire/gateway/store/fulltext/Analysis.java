package uk.gov.warwickshire.gateway.store.fulltext;

import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/** One analyzer, the same on both backends: words, without case and accents. */
final class Analysis {

    static final String WORDS = "words";

    private static final String[] FILTERS = {"lowercase", "asciiFolding"};

    private Analysis() {}

    /** For Lucene. */
    static final class Lucene implements LuceneAnalysisConfigurer {
        @Override
        public void configure(LuceneAnalysisConfigurationContext context) {
            var words = context.analyzer(WORDS).custom().tokenizer("standard");
            for (String filter : FILTERS) {
                words.tokenFilter(filter);
            }
        }
    }

    /** For Elasticsearch and OpenSearch. */
    static final class OpenSearch implements ElasticsearchAnalysisConfigurer {
        @Override
        public void configure(ElasticsearchAnalysisConfigurationContext context) {
            context.analyzer(WORDS).custom().tokenizer("standard").tokenFilters("lowercase", "asciifolding");
        }
    }
}
