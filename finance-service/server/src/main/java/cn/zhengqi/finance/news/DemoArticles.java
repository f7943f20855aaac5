package cn.zhengqi.finance.news;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.DemoAccount;
import cn.zhengqi.files.DemoFiles;
import cn.zhengqi.finance.demo.DemoParties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Publishes the articles of the demo once; each says in its own words that it is one. */
@Component
@Order(3)
@ConditionalOnProperty("zhengqi.demo.enabled")
class DemoArticles implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoArticles.class);

    private final ArticleDesk desk;
    private final JdbcClient jdbc;
    private final OnceLoader loader;
    private final Clock clock;

    DemoArticles(ArticleDesk desk, JdbcClient jdbc, OnceLoader loader, Clock clock) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.loader = loader;
        this.clock = clock;
    }

    /** A line of {@code demo/articles.jsonl}. */
    record Line(String writer, String reviewer, int writtenDaysAgo, int publishedDaysAgo, ArticleContent content) {}

    @Override
    public void run(ApplicationArguments arguments) {
        loader.once("demo articles", this::written, this::enter);
    }

    private boolean written() {
        return jdbc.sql("select exists (select from finance_article)")
                .query(Boolean.class)
                .single();
    }

    private void enter() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DemoParties parties = new DemoParties(now);
        List<String> lines = DemoFiles.articles();
        for (String text : lines) {
            Line line = Json.MAPPER.readValue(text, Line.class);
            desk.enterPublished(
                    line.content(),
                    writer(parties.person(line.writer())),
                    now.minus(Duration.ofDays(line.writtenDaysAgo())),
                    writer(parties.person(line.reviewer())),
                    now.minus(Duration.ofDays(line.publishedDaysAgo())));
        }
        LOG.info("Entered {} demo articles", lines.size());
    }

    private static Writer writer(DemoAccount account) {
        return new Writer(account.id(), account.displayName());
    }
}
