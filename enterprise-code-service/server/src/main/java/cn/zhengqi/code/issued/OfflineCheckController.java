package cn.zhengqi.code.issued;

import cn.zhengqi.code.CodePermissions;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.web.Permission;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an officer's phone fetches while it has a network, for when it has none. */
@RestController
@RequestMapping("/api/code/offline-check")
@Permission(CodePermissions.SCAN)
class OfflineCheckController {

    private final CodeSigner signer;
    private final Clock clock;

    OfflineCheckController(CodeSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * @param at by the platform's clock: phones go wrong, and a code lives a minute
     * @param toleranceSeconds by how much the clocks of the platform may differ among themselves
     */
    record OfflineCheck(List<OfflineKey> keys, OffsetDateTime at, long toleranceSeconds) {}

    @GetMapping
    OfflineCheck check() {
        return new OfflineCheck(
                List.of(signer.offlineKey()),
                BusinessTime.at(clock.instant()),
                CodeContent.Dynamic.CLOCK_TOLERANCE.toSeconds());
    }
}
