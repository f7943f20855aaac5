package cn.zhengqi.finance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.finance.api.LoanProductPublished;
import cn.zhengqi.matching.api.criteria.AmountRule;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.testing.ServiceTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** What a service has after its first start. */
@ServiceTest
class ReferenceProductsTest {

    @Autowired
    ReferenceProducts reference;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Test
    void a_second_start_enters_nothing() {
        assertThat(reference.load()).isZero();
    }

    @Test
    void each_of_the_twenty_products_is_told_with_its_bank_and_rule() {
        List<LoanProductPublished> events = jdbc
                .sql("select data from outbox where type = 'finance.LoanProductPublished' order by seq")
                .query(String.class)
                .list()
                .stream()
                .map(data -> Json.MAPPER.readValue(data, LoanProductPublished.class))
                .filter(event -> event.code().matches("L\\d\\d"))
                .toList();

        assertThat(events)
                .extracting(LoanProductPublished::code)
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.rule().id()).isEqualTo(event.code());
            assertThat(event.bankName()).isNotBlank();
        });
        assertThat(events.getFirst().maxAmountWan()).isEqualByComparingTo("300");
        assertThat(events.get(6).maxAmountWan())
                .as("not published, not made up")
                .isNull();
    }

    @Test
    void products_entered_before_amounts_were_told_say_the_same_of_them_after_the_migration() throws SQLException {
        Map<String, AmountRule> entered = amounts();
        assertThat(entered).hasSize(14);
        jdbc.sql("update loan_product set rule = rule - 'amount' where code ~ '^L[0-9]{2}$'")
                .update();
        assertThat(amounts()).isEmpty();

        try (Connection connection = database.getConnection()) {
            ScriptUtils.executeSqlScript(
                    connection, new ClassPathResource("db/migration/V6__what_is_published_about_amounts.sql"));
        }

        assertThat(amounts()).isEqualTo(entered);
    }

    @Test
    void products_entered_before_rates_were_read_have_the_same_figures_after_the_migration() throws SQLException {
        Map<String, String> entered = rates();
        assertThat(entered).containsEntry("L01", "3.2500 -").containsEntry("L02", "3.8000 3.8000");
        assertThat(entered).hasSize(3);
        Map<String, String> editions = editionRates();
        jdbc.sql("update loan_product set min_rate = null, max_rate = null where code ~ '^L[0-9]{2}$'")
                .update();
        jdbc.sql("""
                        update loan_product_edition e set terms = terms - 'minRate' - 'maxRate'
                        from loan_product p where p.id = e.product_id and p.code ~ '^L[0-9]{2}$'""").update();
        assertThat(rates()).isEmpty();

        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            ScriptUtils.executeSqlScript(
                    connection, new ClassPathResource("db/migration/V107__rates_that_are_published_in_words.sql"));
            connection.commit();
        }

        assertThat(rates()).isEqualTo(entered);
        assertThat(editionRates()).isEqualTo(editions);
    }

    private Map<String, String> rates() {
        return byCode("""
                select code, min_rate || ' ' || coalesce(max_rate::text, '-') as rate
                from loan_product where code ~ '^L[0-9]{2}$' and min_rate is not null""");
    }

    private Map<String, String> editionRates() {
        return byCode("""
                select p.code, (e.terms ->> 'minRate')::numeric(7, 4) || ' '
                    || coalesce((e.terms ->> 'maxRate')::numeric(7, 4)::text, '-') as rate
                from loan_product_edition e join loan_product p on p.id = e.product_id
                where p.code ~ '^L[0-9]{2}$' and e.terms ->> 'minRate' is not null""");
    }

    private Map<String, String> byCode(String sql) {
        return jdbc.sql(sql).query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, AmountRule> amounts() {
        return jdbc
                .sql("select rule from loan_product where code ~ '^L[0-9]{2}$' and rule -> 'amount' is not null")
                .query(String.class)
                .list()
                .stream()
                .map(rule -> (ProductRule) Json.MAPPER.readValue(rule, EligibilityRule.class))
                .filter(rule -> rule.amount() != null)
                .collect(Collectors.toMap(ProductRule::id, ProductRule::amount));
    }
}
