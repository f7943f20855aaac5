package cn.zhengqi.policy.project;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be declared for, as everybody reads it. */
@RestController
@RequestMapping("/api/policy/projects")
class ProjectController {

    private final Projects projects;

    ProjectController(Projects projects) {
        this.projects = projects;
    }

    @GetMapping
    Page<ProjectView> list(
            @RequestParam(required = false) @Nullable UUID policyId,
            @RequestParam(required = false) @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
            PageRequest page) {
        return projects.shown(policyId, q, page);
    }

    @GetMapping("/{id}")
    ProjectDetail detail(@PathVariable UUID id) {
        return projects.shown(id);
    }
}
