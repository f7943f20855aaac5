package cn.zhengqi.bench.compared;

/** The languages that a condition is written in. What they share, they write alike: {@code && || >= ?: +}. */
enum Language {
    JAVA {
        @Override
        String variable(String fact) {
            return "f." + fact;
        }

        @Override
        String equal(String variable, String text) {
            return text + ".equals(" + variable + ")";
        }

        @Override
        String holds(String list, String text) {
            return list + ".contains(" + text + ")";
        }
    },
    CEL {
        @Override
        String holds(String list, String text) {
            return text + " in " + list;
        }
    },
    DRL {
        @Override
        String holds(String list, String text) {
            return list + ".contains(" + text + ")";
        }
    };

    String variable(String fact) {
        return fact;
    }

    /** @param text in quotation marks */
    String equal(String variable, String text) {
        return variable + " == " + text;
    }

    /** @param text in quotation marks */
    abstract String holds(String list, String text);
}
