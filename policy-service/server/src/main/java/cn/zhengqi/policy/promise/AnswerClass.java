package cn.zhengqi.policy.promise;

/** Classes of cases for which there is a term each. Of a step's days its project says how many. */
enum AnswerClass {
    STEP("政策申报的环节", PolicyAnswer.DECLARATION_STEP),
    REVIEW("兑付申请的审核", PolicyAnswer.REDEMPTION);

    private final String label;
    private final PolicyAnswer answer;

    AnswerClass(String label, PolicyAnswer answer) {
        this.label = label;
        this.answer = answer;
    }

    String label() {
        return label;
    }

    PolicyAnswer answer() {
        return answer;
    }
}
