package cn.zhengqi.policy.api;

import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a fact of the dictionary is named by what is written here and not published, or not by a policy. */
@FeignClient(name = "policy-service", contextId = "policy-fact-uses")
public interface InternalFactUses {

    /** What names it. */
    enum Kind {
        DRAFT,
        DECLARATION_PROJECT,
        REDEMPTION_PROJECT
    }

    record Use(Kind kind, String title) {}

    /** Drafts of policies that are not published, those that wait for their first day among them, and projects, also closed ones: they may be opened again; a hundred at most. */
    @GetMapping("/internal/policies/facts/{name}/uses")
    List<Use> uses(@PathVariable("name") String name);
}
