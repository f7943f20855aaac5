package cn.zhengqi.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedChangesWebTest extends CodeServiceTest {

    @Test
    void an_approval_is_on_record_with_who_decided_and_what_is_different_now() {
        String claim = claimed(applicant(), enterprise().id());
        post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 0))
                .expectStatus()
                .isOk();

        assertThat(records(claim, "CLAIM_APPROVED"))
                .singleElement()
                .asString()
                .contains(
                        "\"name\": \"" + reviewer.name() + "\"",
                        reviewer.accountId().toString())
                .contains("\"field\": \"status\"", "\"before\": \"SUBMITTED\"", "\"after\": \"APPROVED\"")
                .contains("\"address\": \"127.0.0.1\"", "\"traceId\"");
    }

    @Test
    void the_reason_is_on_record_also_where_the_code_does_not_keep_it() {
        Map<String, Object> code = code(holder().id());
        String id = (String) code.get("id");
        post(manager, "/codes/" + id + "/level", Map.of("version", 0, "level", "KEY", "reason", "重点企业"))
                .expectStatus()
                .isOk();
        post(manager, "/codes/" + id + "/level", Map.of("version", 1, "level", "NORMAL", "reason", "调出名单"))
                .expectStatus()
                .isOk();

        assertThat(records(id, "CODE_LEVEL_CHANGED"))
                .hasSize(2)
                .anySatisfy(record -> assertThat(record).contains("\"field\": \"reason\"", "调出名单"));
    }

    @Test
    void what_is_covered_for_anybody_is_covered_on_record() {
        String claim = claimed(applicant(), enterprise().id());

        assertThat(records(claim, "CLAIM_SUBMITTED"))
                .singleElement()
                .asString()
                .contains("138****5678")
                .doesNotContain("13812345678", ID_NUMBER);
    }

    @Test
    void what_was_refused_is_no_change_and_leaves_no_record() {
        String claim = claimed(applicant(), enterprise().id());
        refused(post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 7)), 409, "VERSION_CONFLICT");

        assertThat(records(claim, "CLAIM_APPROVED")).isEmpty();
    }

    private List<String> records(String subject, String action) {
        return jdbc.sql("""
                        select data::text from outbox
                        where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ? and data ->> 'action' = ?""").params(subject, action).query(String.class).list();
    }
}
