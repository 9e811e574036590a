import * as v from "valibot";

interface Node {
  type: string;
  pipe?: readonly Node[];
  entries?: Record<string, Node>;
  item?: Node;
  wrapped?: Node;
  default?: unknown;
  options?: readonly Node[];
  value?: Node;
  getter?: (input: unknown) => Node;
}

const shapes = new WeakMap<object, v.GenericSchema>();

/**
 * Response schema of a form: types, choices and fields only, because erased or hidden values break other
 * rules. Refuses undeclared fields.
 */
export function shapeOf(schema: v.GenericSchema): v.GenericSchema {
  const known = shapes.get(schema) ?? buildShape(schema as unknown as Node);
  shapes.set(schema, known);
  return known;
}

function buildShape(node: Node): v.GenericSchema {
  const of = (each: Node | undefined) => shapeOf(each as unknown as v.GenericSchema);
  const [base] = node.pipe ?? [];
  if (base && base !== node) return node.type === "array" ? v.array(of(node.item)) : of(base);
  switch (node.type) {
    case "string":
      return v.string();
    case "number":
      return v.number();
    case "strict_object":
    case "object":
      return v.strictObject(
        Object.fromEntries(Object.entries(node.entries ?? {}).map(([key, each]) => [key, of(each)])),
      );
    case "array":
      return v.array(of(node.item));
    case "record":
      return v.record(v.string(), of(node.value));
    case "nullable":
      return v.nullable(of(node.wrapped));
    case "optional":
    case "exact_optional":
      // A default makes the field present in the output.
      return node.default === undefined ? v.exactOptional(of(node.wrapped)) : of(node.wrapped);
    case "union":
    case "variant":
      return v.union((node.options ?? []).map(of));
    case "lazy":
      return v.lazy((input) => of(node.getter?.(input)));
    default:
      return node as unknown as v.GenericSchema;
  }
}
