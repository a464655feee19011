import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Element } from "./element.ts";

/** Why a document cannot be run, as Twilio's error code. */
export type ParseFault = { code: 12100 | 12200; message: string };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

type Node = Record<string, unknown>;

function toElement(node: Node): Element | undefined {
  const name = Object.keys(node).find((key) => key !== ":@");
  if (name === undefined || name === "#text") return undefined;
  const inner = node[name] as Node[];
  return {
    name,
    attributes: (node[":@"] as Record<string, string> | undefined) ?? {},
    text: textOf(inner).trim(),
    children: inner.flatMap((child) => toElement(child) ?? []),
  };
}

function textOf(nodes: Node[]): string {
  return nodes
    .map((node) => {
      if ("#text" in node) return String(node["#text"]);
      const name = Object.keys(node).find((key) => key !== ":@");
      return name ? textOf(node[name] as Node[]) : "";
    })
    .join("");
}

/** Reads a document into its verbs. */
export function parseTwiml(xml: string): { verbs: Element[] } | { fault: ParseFault } {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return { fault: { code: 12100, message: `document: found ${valid.err.msg}, expected well-formed XML` } };
  const [root, ...more] = (parser.parse(xml) as Node[]).flatMap((node) => toElement(node) ?? []);
  if (!root || more.length > 0) return { fault: { code: 12100, message: "document: found no single root element" } };
  if (root.name !== "Response") return { fault: { code: 12200, message: `root element: found ${root.name}, expected Response` } };
  return { verbs: root.children };
}
