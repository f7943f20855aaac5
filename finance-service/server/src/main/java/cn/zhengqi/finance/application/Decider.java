package cn.zhengqi.finance.application;

/**
 * Who answers an application for its bank.
 *
 * @param wholeBank the bank answers by its own system, or by a file that its head brings: with whom an application lies is then no question, and stays as it is
 */
record Decider(Actor actor, boolean wholeBank) {

    static Decider person(Actor officer) {
        return new Decider(officer, false);
    }

    static Decider bank(Actor by) {
        return new Decider(by, true);
    }
}
