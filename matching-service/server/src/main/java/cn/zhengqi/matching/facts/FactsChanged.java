package cn.zhengqi.matching.facts;

/** Somebody defined, changed or retired a fact; told inside the service, in the transaction of the change. */
public record FactsChanged() {}
