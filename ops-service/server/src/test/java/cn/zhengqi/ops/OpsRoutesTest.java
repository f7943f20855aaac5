package cn.zhengqi.ops;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.testing.RouteSecurityTest;
import cn.zhengqi.testing.Strangers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OpsServiceTest
class OpsRoutesTest extends RouteSecurityTest {

    @Test
    void no_stranger_comes_by_any_route_with_an_id(@Autowired Strangers strangers) {
        strangers
                .toward()
                .open(
                        "GET /api/ops/operations/{seq}",
                        "who audits audits everybody: no other institution has such a role")
                .areTurnedAway();
    }

    /** audit-log: its entries are a chain that is never made anew. */
    @Test
    void nothing_that_is_done_on_hearing_of_facts_has_to_be_made_anew(@Autowired Rebuild rebuilds) {
        assertThat(rebuilds.handlers()).containsExactlyInAnyOrder("audit-log");
    }
}
