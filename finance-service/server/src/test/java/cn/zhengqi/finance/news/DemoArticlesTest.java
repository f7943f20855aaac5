package cn.zhengqi.finance.news;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.finance.demo.DemoEntryTest;
import cn.zhengqi.testing.ServiceClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;

class DemoArticlesTest extends DemoEntryTest {

    @Autowired
    private DemoArticles demo;

    @Autowired
    private ServiceClient client;

    DemoArticlesTest() {
        super("finance_article");
    }

    @Override
    protected ApplicationRunner demo() {
        return demo;
    }

    @Test
    void everybody_reads_an_article_of_each_section_that_says_it_is_of_the_demo() {
        client.anonymous()
                .get()
                .uri("/api/finance/articles")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(3);
        assertThat(jdbc.sql("select distinct section from finance_article where status = 'PUBLISHED'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("FINANCING", "INDUSTRY", "DIRECT_LINE");
        assertThat(jdbc.sql("select title || summary || body from finance_article")
                        .query(String.class)
                        .list())
                .allMatch(text -> text.startsWith("演示：") && text.contains("本文是演示内容"));
    }

    @Test
    void nobody_reviewed_an_own_one() {
        assertThat(jdbc.sql("select count(*) from finance_article where author_name = decided_by_name")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
