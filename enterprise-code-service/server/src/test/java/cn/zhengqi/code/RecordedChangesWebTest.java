package cn.zhengqi.code;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

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
        post(manager, "/codes/" + id + "/level", Map.of("version", 0, "level", "KEY", "reason", "列入重点企业"))
                .expectStatus()
                .isOk();
        post(manager, "/codes/" + id + "/level", Map.of("version", 1, "level", "NORMAL", "reason", "调出重点名单"))
                .expectStatus()
                .isOk();

        assertThat(records(id, "CODE_LEVEL_CHANGED"))
                .hasSize(2)
                .anySatisfy(record -> assertThat(record).contains("\"field\": \"reason\"", "调出重点名单"));
    }

    @Test
    void a_replaced_printed_code_is_on_record_by_when_the_old_and_the_new_one_were_made_and_not_by_what_they_carry() {
        UUID enterprise = holder().id();
        Map<String, Object> code = code(enterprise);
        service.as(memberOf(enterprise))
                .post()
                .uri("/api/code/my/code/static/revoke")
                .header("Idempotency-Key", "replaced-once-0001")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("issuedAt", code.get("staticIssuedAt")))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(records((String) code.get("id"), "STATIC_CODE_RENEWED"))
                .singleElement()
                .asString()
                .contains("\"field\": \"staticIssuedAt\"", "\"before\": \"" + code.get("staticIssuedAt") + "\"")
                .contains("\"after\": \"" + code(enterprise).get("staticIssuedAt") + "\"")
                .doesNotContain((String) code.get("staticContent"), (String)
                        code(enterprise).get("staticContent"));
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
    void what_was_refused_is_no_change_and_is_on_record_as_refused_with_its_code_however_often_it_is_tried() {
        String claim = claimed(applicant(), enterprise().id());
        for (int i = 0; i < 3; i++) {
            refused(post(reviewer, "/claims/" + claim + "/approve", Map.of("version", 7)), 409, "VERSION_CONFLICT");
        }
        service.as(reviewer)
                .post()
                .uri("/api/code/claims/" + claim + "/approve")
                .header("Idempotency-Key", "refused-" + claim)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("version", 8))
                .exchange()
                .expectStatus()
                .isEqualTo(409);

        assertThat(records(claim, "CLAIM_APPROVED")).isEmpty();
        assertThat(refusals(claim))
                .singleElement()
                .asString()
                .contains("POST /api/code/claims/{id}/approve", "VERSION_CONFLICT", "审核领码申请")
                .contains(reviewer.accountId().toString(), "\"address\": \"127.0.0.1\"");
    }

    @Test
    void what_was_filled_in_wrongly_is_no_refusal_and_what_is_not_theirs_is_one() {
        String claim = claimed(applicant(), enterprise().id());
        post(reviewer, "/claims/" + claim + "/return", Map.of("version", 0))
                .expectStatus()
                .isBadRequest();
        assertThat(refusals(claim)).isEmpty();

        UUID nobodys = Ids.next();
        post(reviewer, "/claims/" + nobodys + "/approve", Map.of("version", 0))
                .expectStatus()
                .isNotFound();
        assertThat(refusals(nobodys.toString())).singleElement().asString().contains("NOT_FOUND");
    }

    private List<String> refusals(String object) {
        return jdbc.sql("""
                        select data::text from outbox where type = 'audit.ChangeRecorded' and data ->> 'action' = 'COMMAND_REFUSED'
                          and data -> 'changes' @> jsonb_build_array(jsonb_build_object('field', 'object', 'after', ?::text))""").param(object).query(String.class).list();
    }

    private List<String> records(String subject, String action) {
        return jdbc.sql("""
                        select data::text from outbox
                        where type = 'audit.ChangeRecorded' and data ->> 'subjectId' = ? and data ->> 'action' = ?""").params(subject, action).query(String.class).list();
    }
}
