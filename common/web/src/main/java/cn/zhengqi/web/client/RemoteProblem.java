package cn.zhengqi.web.client;

import cn.zhengqi.kernel.ProblemCode;

/** A problem code of another service, known only by what its answer said. */
public record RemoteProblem(String name, int status, String title) implements ProblemCode {}
