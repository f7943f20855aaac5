package cn.zhengqi.policy.promise;

import cn.zhengqi.policy.PolicyPermissions;
import cn.zhengqi.promise.PromiseTerms;
import cn.zhengqi.promise.TermChange;
import cn.zhengqi.web.Permission;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 承诺时限 of what departments answer, which the operator keeps. */
@RestController
@RequestMapping("/api/policy/promise-terms")
@Permission(PolicyPermissions.KEEP_TERMS)
class PolicyTermController {

    private final PolicyAnswers answers;

    PolicyTermController(PolicyAnswers answers) {
        this.answers = answers;
    }

    @GetMapping
    List<PromiseTerms.TermRow> terms() {
        return answers.terms();
    }

    @PutMapping("/{caseClass}")
    PromiseTerms.TermRow changeTerm(@PathVariable AnswerClass caseClass, @Valid @RequestBody TermChange change) {
        return answers.changeTerm(caseClass, change.term(), change.version());
    }
}
