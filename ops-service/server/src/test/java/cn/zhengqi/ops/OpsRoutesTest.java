package cn.zhengqi.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.zhengqi.auth.api.InternalSignInNames;
import cn.zhengqi.events.Rebuild;
import cn.zhengqi.ops.evaluation.CaseEvents;
import cn.zhengqi.promise.WorkCalendars;
import cn.zhengqi.testing.RouteSecurityTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OpsServiceTest
class OpsRoutesTest extends RouteSecurityTest {

    @BeforeEach
    void nobodyIsCalledWhatIsAskedFor(@Autowired InternalSignInNames names) {
        when(names.indexOf(any())).thenReturn(new InternalSignInNames.Index("0".repeat(64)));
    }

    /** audit-log, sign-in-log: their entries are chains that are never made anew. */
    @Test
    void everything_that_is_done_on_hearing_of_facts_is_made_anew_by_a_rebuild_or_there_is_a_reason_why_not(
            @Autowired Rebuild rebuilds) {
        assertThat(rebuilds.handlers())
                .containsExactlyInAnyOrder("audit-log", "sign-in-log", CaseEvents.NAME, WorkCalendars.COPY);
    }
}
