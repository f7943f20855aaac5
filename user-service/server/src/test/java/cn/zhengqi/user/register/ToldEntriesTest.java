package cn.zhengqi.user.register;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.data.Json;
import cn.zhengqi.testing.ServiceClient;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.user.Enterprises;
import cn.zhengqi.user.Staff;
import cn.zhengqi.user.UserPermissions;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.RegisterEntryChanged;
import cn.zhengqi.user.reference.ReferenceData;
import cn.zhengqi.web.CurrentUser;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

@ServiceTest
@ActiveProfiles("test")
class ToldEntriesTest {

    @Autowired
    Register register;

    @Autowired
    ToldEntries entries;

    @Autowired
    ReferenceData reference;

    @Autowired
    ServiceClient service;

    @Autowired
    JdbcClient jdbc;

    private record Told(long version, EnterpriseRecord entry) {}

    @Test
    void a_new_entry_is_told_whole_and_not_again_while_it_stays_as_it_is() {
        UUID one = added(Enterprises.named("重庆述甲机械有限公司"));

        entries.bringUpToDate();
        entries.bringUpToDate();

        assertThat(told(one)).containsExactly(new Told(0, register.record(one)));
    }

    @Test
    void nobody_reads_whole_entries_in_the_log_but_the_service_that_knows_what_may_be_shown() {
        added(Enterprises.named("重庆述己机械有限公司"));

        assertThat(typesReadBy("enterprise-code-service"))
                .contains("user.RegisterEntryChanged", "user.EnterpriseRegistered");
        assertThat(typesReadBy("message-service"))
                .contains("user.EnterpriseRegistered")
                .doesNotContain("user.RegisterEntryChanged");
    }

    private Set<String> typesReadBy(String caller) {
        Set<String> types = new HashSet<>();
        long seen = 0;
        JsonNode slice;
        do {
            slice = Objects.requireNonNull(service.asService(caller)
                    .get()
                    .uri("/internal/events?limit=1000&afterSeq=" + seen)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(JsonNode.class)
                    .returnResult()
                    .getResponseBody());
            slice.path("items").forEach(event -> types.add(event.path("type").asString()));
            seen = slice.path("lastSeq").asLong();
        } while (slice.path("more").asBoolean());
        return types;
    }

    @Test
    void what_was_there_before_entries_were_told_is_told_once() {
        UUID one = added(Enterprises.named("重庆述乙机械有限公司"));
        jdbc.sql("delete from outbox where type = 'user.RegisterEntryChanged' and subject = ?")
                .param(one)
                .update();

        assertThat(entries.bringUpToDate()).isPositive();
        assertThat(entries.bringUpToDate()).isZero();

        assertThat(told(one)).containsExactly(new Told(1, register.record(one)));
    }

    @Test
    void what_a_migration_changed_is_told_as_a_newer_version() {
        UUID one = added(Enterprises.named("重庆述丙机械有限公司"));
        EnterpriseRecord before = register.record(one);
        jdbc.sql("""
                        update enterprise set address = '石桂大道20号', details = jsonb_set(details, '{shareholders,0,ratio}', '60.25')
                        where id = ?""").param(one).update();

        entries.bringUpToDate();

        assertThat(told(one)).containsExactly(new Told(0, before), new Told(1, register.record(one)));
        assertThat(told(one).getLast().entry().address()).isEqualTo("石桂大道20号");
    }

    @Test
    void a_renamed_town_is_told_with_each_entry_in_it_and_with_no_other() {
        create("500113391", "旧名镇");
        UUID inside = added(Enterprises.named("重庆述丁机械有限公司", "500113391", "C3484"));
        UUID outside = added(Enterprises.named("重庆述戊机械有限公司"));

        service.as(operator())
                .put()
                .uri("/api/user/reference-data/TOWN/500113391")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", "新名镇", "type", "镇", "version", 0))
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(told(inside))
                .extracting(it -> it.version() + it.entry().townName())
                .containsExactly("0旧名镇", "1新名镇");
        assertThat(told(outside)).hasSize(1);
    }

    private UUID added(Enterprise enterprise) {
        register.add(enterprise);
        return enterprise.getId();
    }

    private CurrentUser operator() {
        return Staff.of(reference.institution("YYZX").orElseThrow(), UserPermissions.MANAGE_REFERENCE);
    }

    private void create(String town, String name) {
        service.as(operator())
                .post()
                .uri("/api/user/reference-data/TOWN")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("code", town, "name", name, "type", "镇"))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private List<Told> told(UUID enterprise) {
        return jdbc.sql("""
                        select version, data::text as data from outbox
                        where type = 'user.RegisterEntryChanged' and subject = ? order by seq""")
                .param(enterprise)
                .query((row, number) -> new Told(
                        row.getLong("version"),
                        Json.MAPPER
                                .readValue(row.getString("data"), RegisterEntryChanged.class)
                                .entry()))
                .list();
    }
}
