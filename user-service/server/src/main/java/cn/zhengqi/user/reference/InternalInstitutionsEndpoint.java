package cn.zhengqi.user.reference;

import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.web.Callers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Institutions for other services: for auth-service, as a head office's key reaches its branches; for policy-service and finance-service, whose work goes to some. */
@RestController
@RequestMapping("/internal/institutions")
class InternalInstitutionsEndpoint {

    private final InstitutionTree tree;
    private final ReferenceData reference;

    InternalInstitutionsEndpoint(InstitutionTree tree, ReferenceData reference) {
        this.tree = tree;
        this.reference = reference;
    }

    @Callers({"finance-service", "policy-service"})
    @GetMapping("/open")
    List<InternalInstitutions.Open> open(@RequestParam List<UUID> ids) {
        return ids.stream()
                .distinct()
                .map(reference::institution)
                .flatMap(Optional::stream)
                .filter(reference::isOpen)
                .map(it -> new InternalInstitutions.Open(it.id(), it.name(), it.type()))
                .toList();
    }

    @Callers("enterprise-code-service")
    @GetMapping("/retired")
    Set<UUID> retired(@RequestParam List<UUID> ids) {
        return ids.stream()
                .filter(id -> reference
                        .institution(id)
                        .filter(it -> !reference.isOpen(it))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    @Callers("auth-service")
    @GetMapping("/{id}/lineage")
    InternalInstitutions.Lineage lineage(@PathVariable UUID id) {
        return tree.lineageOf(id);
    }
}
