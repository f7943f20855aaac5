package cn.zhengqi.ops.evaluation;

import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.ops.api.CaseKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 服务评价 for everybody: what was approved to be read, and how satisfied enterprises are with each institution. */
@RestController
@RequestMapping("/api/ops/published-evaluations")
class PublicEvaluationController {

    private final Evaluations evaluations;
    private final PublicFigures figures;

    PublicEvaluationController(Evaluations evaluations, PublicFigures figures) {
        this.evaluations = evaluations;
        this.figures = figures;
    }

    @GetMapping
    Page<PublicEvaluation> list(
            @RequestParam(required = false) @Nullable CaseKind caseKind,
            @RequestParam(required = false) @Nullable UUID institutionId,
            PageRequest page) {
        return evaluations.published(caseKind, institutionId, page);
    }

    @GetMapping("/figures")
    PublishedFigures figures() {
        return figures.read();
    }
}
