package cn.zhengqi.policy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.policy.api.PolicyPublished;
import cn.zhengqi.testing.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a service has after its first start. */
@ServiceTest
class ReferencePoliciesTest {

    @Autowired
    ReferencePolicies reference;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_second_start_enters_nothing() {
        long before = published().size();

        assertThat(reference.load()).isZero();
        assertThat(published()).hasSize((int) before);
    }

    @Test
    void each_policy_is_told_to_the_other_services_with_its_rule() {
        Map<String, PolicyPublished> events = published().stream()
                .filter(event -> event.code().matches("[NC]\\d\\d"))
                .collect(Collectors.toMap(PolicyPublished::code, Function.identity()));

        assertThat(events).hasSize(49).allSatisfy((code, event) -> {
            assertThat(event.rule()).isNotNull();
            assertThat(event.rule().id()).isEqualTo(code);
            assertThat(event.comesWithPlatform()).as("it is news to nobody").isTrue();
            assertThat(event.rule().verified())
                    .as("the rule of %s is as certain as its text in the library", code)
                    .isEqualTo(jdbc.sql(
                                    "select verified from policy_edition e join policy p on p.id = e.policy_id where p.code = ?")
                            .param(code)
                            .query(Boolean.class)
                            .single());
        });
        assertThat(events.get("N03").supersededByCode()).isEqualTo("N06");
    }

    private List<PolicyPublished> published() {
        return jdbc
                .sql("select data from outbox where type = 'policy.PolicyPublished' order by seq")
                .query(String.class)
                .list()
                .stream()
                .map(data -> Json.MAPPER.readValue(data, PolicyPublished.class))
                .toList();
    }
}
