package cn.zhengqi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class AuthRoutesTest extends RouteSecurityTest {

    /** Marks for the gateway: a mark is of use for minutes. Webhooks: who was told of a fact is not told again. Keys are
     * this service's own. */
    @Test
    void nothing_that_is_done_on_hearing_of_facts_has_to_be_made_anew(@Autowired Rebuild rebuilds) {
        assertThat(rebuilds.handlers())
                .containsExactlyInAnyOrder(
                        "AuthorityMarks.AccountStatusChanged",
                        "AuthorityMarks.MemberJoined",
                        "AuthorityMarks.MemberLeft",
                        "AuthorityMarks.RolePermissionsChanged",
                        "keys-of-nobody",
                        "webhooks");
    }
}
