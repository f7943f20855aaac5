package cn.zhengqi.code.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.events.EventLog;
import cn.zhengqi.events.Outbox;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.kernel.processing.DataCategory;
import cn.zhengqi.kernel.processing.LegalBasis;
import cn.zhengqi.kernel.processing.ProcessingActivity;
import cn.zhengqi.kernel.processing.ProcessingDeclared;
import cn.zhengqi.kernel.processing.Retention;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.RegisterEntryChanged;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class RegisterRebuildTest extends CodeServiceTest {

    @Autowired
    private Outbox outbox;

    @Autowired
    private EventLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RegisteredEnterpriseMapper copy;

    @Test
    void the_copy_of_the_register_is_rebuilt_from_the_log_in_its_newest_state() {
        EnterpriseRecord entry = enterprise();
        transaction.executeWithoutResult(status -> {
            outbox.publish(changed(entry, "石桂大道20号"), 2);
            outbox.publish(changed(entry, "石桂大道19号"), 1);
        });
        copy.put(moved(entry, "石桂大道21号"), 7);
        when(logs.sources()).thenReturn(List.of((after, limit) -> log.after(after, 2)));

        service.asService("operations")
                .post()
                .uri("/internal/enterprise-code/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(copy.entry(entry.id())).contains(moved(entry, "石桂大道20号"));
    }

    @Test
    void the_register_of_processing_is_rebuilt_from_what_services_declared() {
        transaction.executeWithoutResult(status -> outbox.publish(
                new ProcessingDeclared(
                        "invented-service",
                        "测试服务",
                        List.of(new ProcessingActivity(
                                "invented.thing",
                                "测试",
                                List.of(DataCategory.REGISTER),
                                LegalBasis.CONTRACT,
                                List.of(),
                                Retention.until("测试结束")))),
                1));
        when(logs.sources()).thenReturn(List.of((after, limit) -> log.after(after, 2)));
        jdbc.sql("delete from processing_activity").update();
        jdbc.sql("delete from processing_declaration").update();

        service.asService("operations")
                .post()
                .uri("/internal/enterprise-code/rebuild")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(jdbc.sql("select distinct service from processing_activity")
                        .query(String.class)
                        .list())
                .contains("invented-service", "enterprise-code-service");
    }

    /**
     * bank-consents and WhenInstitutionRenamed: consents are this service's own and are withdrawn here; readings, declaration-readings: their record stands beside that of scans; WhenEnterpriseLeftAlone and
     * WhenCodeIssued: codes and claims are this service's own.
     */
    @Test
    void everything_that_is_done_on_hearing_of_facts_is_made_anew_by_a_rebuild_or_there_is_a_reason_why_not(
            @Autowired Rebuild rebuilds) {
        Set<String> notRebuilt = Set.of(
                "bank-consents",
                "readings",
                "declaration-readings",
                "redemption-readings",
                "WhenEnterpriseLeftAlone",
                "WhenInstitutionRenamed",
                "WhenCodeIssued");

        assertThat(rebuilds.handlers())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(RegisterRebuildController.COPIES.handlers().stream(), notRebuilt.stream())
                                .toList());
    }

    private RegisterEntryChanged changed(EnterpriseRecord entry, String address) {
        return new RegisterEntryChanged(moved(entry, address));
    }
}
