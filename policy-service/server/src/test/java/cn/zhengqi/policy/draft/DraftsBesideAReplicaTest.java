package cn.zhengqi.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.matching.api.criteria.InternalTrials;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestServers;
import cn.zhengqi.testing.TestUsers;
import cn.zhengqi.web.CurrentUser;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** With a replica that lags behind by everything: it has not even the tables. */
@ServiceTest
class DraftsBesideAReplicaTest {

    private static final CurrentUser AUTHOR = TestUsers.ofDepartment(Ids.next(), "policy.manage");

    @DynamicPropertySource
    static void aReplica(DynamicPropertyRegistry properties) {
        properties.add(
                "zhengqi.db.replica-url",
                () -> TestServers.get().freshDatabase("policies").url());
    }

    @MockitoBean
    private InternalTrials trials;

    @Autowired
    private PolicyDrafts drafts;

    @Test
    void who_has_begun_a_draft_reads_it_at_once() {
        String code = "D" + Ids.next().toString().substring(28).toUpperCase();

        UUID id = drafts.startPolicy(code, AUTHOR);

        assertThat(drafts.detail(id, AUTHOR).code()).isEqualTo(code);
        assertThat(drafts.list(DraftState.DRAFT, code, null, PageRequest.of(1, 20))
                        .total())
                .isEqualTo(1);
        drafts.delete(id, 0, AUTHOR);
    }
}
