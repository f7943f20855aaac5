package cn.zhengqi.user.reference;

import cn.zhengqi.user.api.InternalInstitutions;
import cn.zhengqi.web.Callers;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tree of institutions for auth-service: a head office's key reaches its branches. */
@RestController
@RequestMapping("/internal/institutions")
@Callers("auth-service")
class InternalInstitutionsEndpoint {

    private final InstitutionTree tree;

    InternalInstitutionsEndpoint(InstitutionTree tree) {
        this.tree = tree;
    }

    @GetMapping("/{id}/lineage")
    InternalInstitutions.Lineage lineage(@PathVariable UUID id) {
        return tree.lineageOf(id);
    }
}
