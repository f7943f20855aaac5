package cn.zhengqi.policy.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

/** When something can be handed in under which policy. */
@FeignClient(name = "policy-service", contextId = "policy-windows")
public interface InternalWindows {

    /** What is handed in. */
    enum Kind {
        DECLARATION,
        REDEMPTION
    }

    /** @param closesOn the last day */
    record Window(Kind kind, UUID projectId, UUID policyId, String title, LocalDate opensOn, LocalDate closesOn) {}

    /** Of projects that are open and not over yet, those that close first first. */
    @GetMapping("/internal/policies/windows")
    List<Window> windows();
}
