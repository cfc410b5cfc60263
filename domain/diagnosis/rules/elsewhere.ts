import type { Words } from "../words.ts";

/** Programs and services that fail with the same headlines, and have nothing to do with a model's provider. */
export const ELSEWHERE: readonly Words[] = [
  /\b(?:localhost|127\.0\.0\.1|::1|postgres|mysql|redis|mongo(?:db)?|db)['"]?(?::|,? \(?127[\d.]*\)?,? port |\D{0,3}port\D{0,2})(?:5432|3306|6379|27017|1433|9200|5672|6333|8000|8080|3000)\b/i,
  /(?<!database: ?)\b(?:psycopg|sqlalchemy|sqlstate|psql|postgres(?:ql)?|mysql|mariadb|redis|mongodb|sqlite|prisma)\b/i,
  /\bnpm (?:err!|error)|registry\.npmjs\.org|\byarn (?:install|add)\b|\bpip (?:install|subprocess)|pypi\.org|\bapt(?:-get)? install/i,
  /\bdocker(?:d| daemon| compose|\.sock|hub|\.io)\b|\bkubectl\b|\bghcr\.io\b/i,
  /\bgit (?:push|pull|clone|fetch)\b|\bfatal: unable to access|remote: (?:permission|repository|invalid)/i,
  /\bgoogle ?(?:sheets?|drive|docs?|calendar|translate|maps|ads|oauth)\b|\bgmail\b|\bsheets\.googleapis|accounts\.google\.com|redirect_uri\w{0,10}|oauth2\.googleapis/i,
  /\b(?:slack|telegram|discord|whatsapp|notion|airtable|hubspot|salesforce|pipedrive|trello|asana|jira|clickup|mailchimp|sendgrid|twilio|dropbox|onedrive|shopify|woocommerce|wordpress|baserow|supabase|facebook|instagram|linkedin|youtube|tiktok|spotify|outlook|stripe|paypal|serper|apify|firecrawl|pinecone|qdrant|smtp|imap|ftp|sftp|mqtt|kafka|rabbitmq|github|gitlab)\b(?!\.com\/(?:openai|n8n-io))/i,
  /\b(?:apache|nginx|iis)\/\d|\/wp-(?:admin|login|json)|\bphpmyadmin\b|\b(?:django|flask|laravel|symfony|spring boot)\b/i,
  /\byou\s+are\s+unable\s+to\s+access\s+(?![\w.-]{0,60}(?:openai|chatgpt))[\w-]{1,60}\.\w/i,
  /\bModuleNotFoundError\b|\bImportError\b|\bSyntaxError: (?!unexpected token '?<)|\bEADDRINUSE\b|\baddress already in use\b/i,
];
