package cn.zhengqi.finance.application;

import cn.zhengqi.finance.api.applicant.InternalApplicants;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.Callers;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Callers("message-service")
class ApplicantsEndpoint implements InternalApplicants {

    private final ApplicationFigures figures;

    ApplicantsEndpoint(ApplicationFigures figures) {
        this.figures = figures;
    }

    @Override
    @PostMapping("/internal/applicants")
    public Set<UUID> applicants(@RequestBody Question question) {
        require("banks", question.banks(), MOST_BANKS, "家金融机构");
        require("enterprises", question.enterprises(), MOST_ENTERPRISES, "家企业");
        return figures.applicants(question.banks(), question.enterprises(), question.standing());
    }

    private static void require(String field, Set<UUID> some, int most, String what) {
        if (some.size() > most) {
            throw ProblemException.validation(field, "SIZE", "一次最多 " + most + " " + what);
        }
    }
}
