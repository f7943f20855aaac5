package cn.zhengqi.matching.rebuild;

import cn.zhengqi.events.Rebuild;
import cn.zhengqi.matching.library.Library;
import cn.zhengqi.matching.match.CitedResults;
import cn.zhengqi.matching.profile.Profiles;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For the operator's command {@code zhengqi rebuild matching}. The library is made from nothing. Of an enterprise the register's
 * part is told again over what is there: what it said of itself, its authorization and its results belong to matching.
 */
@RestController
@Callers(Callers.OPERATIONS)
class CopyRebuildController {

    static final Rebuild.Derived COPIES = new Rebuild.Derived(
            Set.of(Library.NAME, Profiles.EVENTS, CitedResults.NAME),
            List.of("library_entry", "library_edition", CitedResults.TABLE));

    private final Rebuild rebuild;
    private final CopySource.User user;
    private final CopySource.Code code;
    private final CopySource.Policy policy;
    private final CopySource.Finance finance;

    CopyRebuildController(
            Rebuild rebuild,
            CopySource.User user,
            CopySource.Code code,
            CopySource.Policy policy,
            CopySource.Finance finance) {
        this.rebuild = rebuild;
        this.user = user;
        this.code = code;
        this.policy = policy;
        this.finance = finance;
    }

    @PostMapping("/internal/matching/rebuild")
    Rebuild.Report rebuild() {
        return rebuild.anew(COPIES, List.of(user::events, code::events, policy::events, finance::events));
    }
}
