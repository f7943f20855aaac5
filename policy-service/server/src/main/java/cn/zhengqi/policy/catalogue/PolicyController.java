package cn.zhengqi.policy.catalogue;

import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.funnel.PolicyOpenings;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.file.ShownFile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The policy library, open to everyone. */
@RestController
@RequestMapping("/api/policy/policies")
class PolicyController {

    private final PolicyCatalogue catalogue;
    private final PolicyOpenings openings;

    PolicyController(PolicyCatalogue catalogue, PolicyOpenings openings) {
        this.catalogue = catalogue;
        this.openings = openings;
    }

    @GetMapping
    PolicyPage list(
            @Valid PolicyFilter filter, @RequestParam(required = false) @Nullable String sort, PageRequest page) {
        return catalogue.search(filter, sort, page);
    }

    @GetMapping("/latest")
    List<PolicySummary> latest(@RequestParam(defaultValue = "3") @Min(1) @Max(20) int limit) {
        return catalogue.latest(limit);
    }

    @GetMapping("/{idOrCode}")
    PolicyDetail detail(@PathVariable String idOrCode, @Nullable CurrentUser reader) {
        return openedBy(reader, catalogue.detail(idOrCode));
    }

    /** An edition under its own address: what an old link leads to. */
    @GetMapping("/{idOrCode}/editions/{edition}")
    PolicyDetail edition(@PathVariable String idOrCode, @PathVariable int edition, @Nullable CurrentUser reader) {
        return openedBy(reader, catalogue.edition(idOrCode, edition));
    }

    /** A file that came with it, shown in the browser, where it may run nothing. */
    @GetMapping("/{idOrCode}/editions/{edition}/attachments/{id}")
    ResponseEntity<Resource> attachment(
            @PathVariable String idOrCode, @PathVariable int edition, @PathVariable UUID id) {
        PolicyAttachments.Content file = catalogue.attachment(idOrCode, edition, id);
        return ShownFile.of(file.name(), file.contentType(), file.bytes());
    }

    private PolicyDetail openedBy(@Nullable CurrentUser reader, PolicyDetail policy) {
        if (reader != null && reader.enterpriseId() != null) {
            openings.opened(policy.policy().id(), reader.enterpriseId());
        }
        return policy;
    }
}
