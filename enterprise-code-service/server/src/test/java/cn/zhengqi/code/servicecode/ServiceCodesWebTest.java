package cn.zhengqi.code.servicecode;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.testing.ExportedFile;
import cn.zhengqi.testing.Streamed;
import cn.zhengqi.web.CurrentUser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class ServiceCodesWebTest extends CodeServiceTest {

    @Autowired
    private ServiceCodes codes;

    @Autowired
    private TransactionTemplate transaction;

    private final CurrentUser visitor = memberOf(Ids.next());

    @Test
    void a_venue_code_offers_what_staff_chose_to_whoever_scans_it_for_their_enterprise() {
        Map<String, Object> made = made(venue("政务服务大厅"));

        post(visitor, "/my/service-code-visits", Map.of("token", token(made)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("政务服务大厅")
                .jsonPath("$.offers[*].service")
                .isEqualTo(List.of("MATCH", "LOAN"))
                .jsonPath("$.offers[*].words")
                .isEqualTo(List.of("政策与贷款智能匹配", "科创贷"))
                .jsonPath("$.actsFor")
                .isEqualTo(visitor.enterpriseName());
    }

    @Test
    void who_comes_is_counted_once_for_a_visit() {
        Map<String, Object> made = made(venue("园区服务站"));
        CurrentUser other = memberOf(Ids.next());
        visit(visitor, made);
        visit(visitor, made);
        visit(other, made);
        clock.forward(Duration.ofMinutes(6));
        visit(visitor, made);

        get(manager, "/service-codes/" + made.get("id"))
                .expectBody()
                .jsonPath("$.visits")
                .isEqualTo(3)
                .jsonPath("$.recentVisits")
                .isEqualTo(3)
                .jsonPath("$.visitors")
                .isEqualTo(2)
                .jsonPath("$.lastVisitAt")
                .exists();
        get(manager, "/service-codes/" + made.get("id") + "/visits?size=2")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(3)
                .jsonPath("$.items[0].enterpriseName")
                .isEqualTo(visitor.enterpriseName());
    }

    @Test
    void visits_of_more_than_thirty_days_ago_are_not_recent() {
        Map<String, Object> made = made(venue("街道便民中心"));
        visit(visitor, made);
        clock.forward(Duration.ofDays(31));

        get(manager, "/service-codes?q=街道便民中心")
                .expectBody()
                .jsonPath("$.items[0].visits")
                .isEqualTo(1)
                .jsonPath("$.items[0].recentVisits")
                .isEqualTo(0);
    }

    @Test
    void printed_copies_open_what_is_said_now() {
        Map<String, Object> made = made(venue("大厅"));
        Map<String, Object> changed = venue("大厅");
        changed.put("kind", "SERVICE");
        changed.put("offers", List.of(Map.of("service", "CLAIM")));
        put(manager, "/service-codes/" + made.get("id"), Map.of("version", 0, "code", changed))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.path")
                .isEqualTo((String) made.get("path"));

        post(visitor, "/my/service-code-visits", Map.of("token", token(made)))
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("SERVICE")
                .jsonPath("$.offers[*].service")
                .isEqualTo(List.of("CLAIM"));
        refused(
                put(manager, "/service-codes/" + made.get("id"), Map.of("version", 0, "code", changed)),
                409,
                "VERSION_CONFLICT");
    }

    @Test
    void a_stopped_code_opens_nothing_until_it_is_resumed() {
        Map<String, Object> made = made(venue("大厅"));
        String path = "/service-codes/" + made.get("id");
        post(manager, path + "/stop", Map.of("version", 0)).expectStatus().isOk();
        refused(post(visitor, "/my/service-code-visits", Map.of("token", token(made))), 410, "SERVICE_CODE_STOPPED");
        refused(post(manager, path + "/stop", Map.of("version", 1)), 409, "STATE_CONFLICT");

        post(manager, path + "/resume", Map.of("version", 1)).expectStatus().isOk();
        visit(visitor, made);
    }

    @Test
    void a_code_that_nobody_made_is_unknown() {
        refused(post(visitor, "/my/service-code-visits", Map.of("token", "000000000000")), 404, "SERVICE_CODE_UNKNOWN");
    }

    @Test
    void a_service_code_opens_one_service_and_says_which_product_it_is_about() {
        Map<String, Object> two = venue("大厅");
        two.put("kind", "SERVICE");
        refused(post(manager, "/service-codes", two), 400, "VALIDATION_FAILED");

        Map<String, Object> none = venue("大厅");
        none.put("offers", List.of(Map.of("service", "LOAN")));
        refused(post(manager, "/service-codes", none), 400, "VALIDATION_FAILED");
    }

    @Test
    void only_staff_who_manage_codes_make_them_and_read_who_came() {
        Map<String, Object> made = made(venue("大厅"));
        refused(post(visitor, "/service-codes", venue("假大厅")), 403, "FORBIDDEN");
        refused(get(officer, "/service-codes/" + made.get("id") + "/visits"), 403, "FORBIDDEN");
    }

    @Test
    void the_list_is_narrowed_by_place_kind_and_state_and_leaves_as_a_file() {
        Map<String, Object> form = venue("一号窗口");
        form.put("place", "鱼洞街道便民服务中心");
        made(form);

        get(manager, "/service-codes?q=鱼洞街道便民&kind=VENUE&status=ACTIVE")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1);
        get(manager, "/service-codes?q=鱼洞街道便民&kind=SERVICE")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(0);
        ExportedFile file = ExportedFile.of(service.as(manager), "/api/code/service-codes/export?q=鱼洞街道便民");
        assertThat(file.column("名称")).containsExactly("一号窗口");
        assertThat(file.column("打开的服务")).containsExactly("政策与贷款智能匹配、科创贷");
    }

    @Test
    void a_list_of_more_codes_than_a_statement_has_parameters_is_taken_out_piece_by_piece_each_with_its_visits() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                            insert into service_code (id, token, kind, name, offers, status, created_at, created_by, created_by_name, version)
                            select gen_random_uuid(), lpad(n::text, 12, '0'), 'SERVICE', '批量' || n, '{"list": []}', 'ACTIVE', now(), gen_random_uuid(), '张三', 0
                            from generate_series(1, 70000) n""").update();
            jdbc.sql("""
                            insert into service_code_visit (id, service_code_id, at, account_id, account_name)
                            select gen_random_uuid(), id, now(), gen_random_uuid(), '李四' from service_code where name like '批量%'""").update();
            jdbc.sql("analyze service_code_visit").update();
            Streamed<ServiceCodeView> taken =
                    new Streamed<>(sql -> jdbc.sql(sql).query(Long.class).single());
            AtomicLong visits = new AtomicLong();

            codes.each(
                    new ServiceCodeFilter("批量", null, null, null),
                    DataScope.all(),
                    taken.andThen(code -> visits.addAndGet(code.visits())));

            assertThat(taken.rows()).isEqualTo(70_000);
            assertThat(visits).hasValue(70_000);
            assertThat(taken.hadCursor()).isTrue();
        });
    }

    private Map<String, Object> venue(String name) {
        Map<String, Object> form = new HashMap<>();
        form.put("kind", "VENUE");
        form.put("name", name);
        form.put("place", "一楼");
        form.put(
                "offers",
                List.of(
                        Map.of("service", "MATCH"),
                        Map.of("service", "LOAN", "itemId", UUID.randomUUID(), "title", "科创贷")));
        return form;
    }

    private Map<String, Object> made(Map<String, Object> form) {
        return post(manager, "/service-codes", form)
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();
    }

    private static String token(Map<String, Object> made) {
        String path = (String) made.get("path");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void visit(CurrentUser who, Map<String, Object> made) {
        post(who, "/my/service-code-visits", Map.of("token", token(made)))
                .expectStatus()
                .isOk();
    }
}
